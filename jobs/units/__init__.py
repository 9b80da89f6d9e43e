"""Units that change their name, become one or become several."""
