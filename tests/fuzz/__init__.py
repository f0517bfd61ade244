"""A fuzzer of the reading side: ``make fuzz``. It is no part of the tests; what it finds becomes one."""
