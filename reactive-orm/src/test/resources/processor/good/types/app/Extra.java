package app;

record Extra(String code, int size) {}
