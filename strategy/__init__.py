"""What collectivities own: their drafts, and the documents made from them."""
