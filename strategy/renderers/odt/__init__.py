"""OpenDocument text: odfdo and what it needs of us, nowhere else."""
