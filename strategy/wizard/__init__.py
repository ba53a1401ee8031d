"""The guided path: seven steps, one address each, complete without JavaScript."""
