package app;

record Geo(double lat, double lon) {}
