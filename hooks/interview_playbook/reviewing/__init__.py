"""What a mentor answers: fields to write about, notes that come back, and merging what they say."""
