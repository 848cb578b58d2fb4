"""What lists show: values turned into rows."""
