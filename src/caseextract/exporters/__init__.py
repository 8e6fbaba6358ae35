"""Record → JSON, JSON Lines, CSV, Parquet; one module per format."""
