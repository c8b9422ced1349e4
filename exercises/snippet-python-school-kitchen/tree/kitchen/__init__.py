"""The kitchen of forty schools."""
