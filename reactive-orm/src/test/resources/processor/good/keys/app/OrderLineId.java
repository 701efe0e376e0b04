package app;

public record OrderLineId(long orderId, int lineNo) {}
