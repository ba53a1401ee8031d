"""What the admin of the site holds beside the catalogue, one subject per module."""
