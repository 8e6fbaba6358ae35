"""The curator's page: every value beside its words, decisions kept, agreement of two curators, and a file to send."""
