"""The chapters of the report that a review ends with, one module each."""
