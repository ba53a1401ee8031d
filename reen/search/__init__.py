"""One index of everything the public can read: searched, listed for robots, told in feeds."""
