"""Sending posts at most once; never reached from a build."""
