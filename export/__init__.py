"""Turn a matter into files people send. Knows no screen."""
