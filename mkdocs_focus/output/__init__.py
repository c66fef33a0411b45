"""What people and machines read: console, JSON, SARIF, pages."""
