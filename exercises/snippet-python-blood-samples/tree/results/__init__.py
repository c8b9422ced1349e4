"""What laboratory machines measure."""
