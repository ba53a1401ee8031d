"""What collectivities own."""
