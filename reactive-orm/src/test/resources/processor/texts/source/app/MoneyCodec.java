package app;

import org.reactiveorm.model.ValueCodec;

public class MoneyCodec implements ValueCodec<Money, Long> {

    @Override
    public Long encode(Money value) {
        return value.cents();
    }

    @Override
    public Money decode(Long stored) {
        return new Money(stored);
    }
}
