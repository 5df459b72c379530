"""Emits C++ from the contracts: types, JSON mapping, validation and routes."""
