"""What is written of the combinations of the inputs that vary; one module a format."""
