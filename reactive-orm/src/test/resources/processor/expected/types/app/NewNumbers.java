package app;

import java.math.BigDecimal;
import java.math.BigInteger;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Numbers}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class NewNumbers implements New<Numbers>, NewNumbersSteps.SStep, NewNumbersSteps.LStep, NewNumbersSteps.FStep, NewNumbersSteps.DStep, NewNumbersSteps.BigStep {

    private final Draft<Numbers> draft;

    private NewNumbers(Draft<Numbers> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Numbers> draft() {
        return this.draft;
    }

    /** Sets {@link Numbers_#flag}. */
    public static NewNumbersSteps.SStep flag(boolean flag) {
        return new NewNumbers(Numbers_.NUMBERS.draft().set(Numbers_.NUMBERS.flag, flag));
    }

    @Override
    public NewNumbers s(short s) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.s, s));
    }

    @Override
    public NewNumbers l(long l) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.l, l));
    }

    @Override
    public NewNumbers f(float f) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.f, f));
    }

    @Override
    public NewNumbers d(double d) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.d, d));
    }

    @Override
    public NewNumbers big(BigInteger big) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.big, big));
    }

    /** Sets {@link Numbers_#id}. */
    public NewNumbers id(int id) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.id, id));
    }

    /** Sets {@link Numbers_#i}. */
    public NewNumbers i(int i) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.i, i));
    }

    /** Sets {@link Numbers_#boxedFlag}. */
    public NewNumbers boxedFlag(@Nullable Boolean boxedFlag) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.boxedFlag, boxedFlag));
    }

    /** Sets {@link Numbers_#boxedShort}. */
    public NewNumbers boxedShort(@Nullable Short boxedShort) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.boxedShort, boxedShort));
    }

    /** Sets {@link Numbers_#balance}. */
    public NewNumbers balance(BigDecimal balance) {
        return new NewNumbers(this.draft.set(Numbers_.NUMBERS.balance, balance));
    }
}
