"""Both networks and the site, over real HTTP on loopback. See `server.py`."""
