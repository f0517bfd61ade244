"""Sales orders and purchase orders: lines grouped to documents, each of which is saved whole or not at all."""
