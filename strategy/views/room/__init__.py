"""The room where a version is reviewed, reached by a secret link or by an account that was invited."""
