"""Build: what is made, what it was made from, and who may write where; plain values that every plugin can use."""
