"""What dev.py does, in pieces. Standard library only: it runs before anything is installed."""
