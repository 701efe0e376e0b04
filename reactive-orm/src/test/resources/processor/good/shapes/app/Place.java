package app;

record Place(double lat, double lon) {}
