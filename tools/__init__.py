"""What dev.py does, in pieces. What it needs before .venv is there is standard library only."""
