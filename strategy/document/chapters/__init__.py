"""The chapters of the document, one per file, in the order a council reads them."""
