"""All findings of an article and of the site."""
