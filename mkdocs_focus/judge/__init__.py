"""Measuring: details, specificity, narrowness, score."""
