"""The law as small pure rules: each cites its article and gives its reason in words."""
