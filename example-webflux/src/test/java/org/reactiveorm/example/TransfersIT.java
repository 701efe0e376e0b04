package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.example.User_.USER;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactiveorm.ReactiveOrm;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

@ServiceTest
class TransfersIT {

    @Autowired
    Requests requests;

    @Autowired
    ReactiveOrm orm;

    @Autowired
    SentStatements sent;

    private long rich;
    private long poor;

    @BeforeEach
    void giveMoney() {
        rich = requests.newUser();
        poor = requests.newUser();
        orm.update(USER)
                .byId(rich)
                .set(USER.balance.to(new BigDecimal("100.00")))
                .one()
                .block();
    }

    @Test
    void moneyGoesFromOneToTheOtherInTwoStatements() {
        assertThat(sent.during(() -> {
                    JsonNode transfer = transfer(200, rich, poor, "30.25");
                    assertThat(transfer.get("from").get("balance").decimalValue())
                            .isEqualByComparingTo("69.75");
                    assertThat(transfer.get("to").get("balance").decimalValue()).isEqualByComparingTo("30.25");
                }))
                .hasSize(2);
        assertBalances("69.75", "30.25");
    }

    @Test
    void allTheMoneyMayGo() {
        transfer(200, rich, poor, "100.00");
        assertBalances("0.00", "100.00");
    }

    @Test
    void whatIsNotThereCannotGo() {
        JsonNode problem = transfer(409, rich, poor, "100.01");
        assertThat(problem.get("type").asString()).isEqualTo("urn:problem-type:example:insufficient-funds");
        assertThat(problem.get("title").asString()).isEqualTo("Insufficient funds");
        assertBalances("100.00", "0.00");
    }

    @Test
    void nothingHappensWhenOneSideDoesNotExist() {
        assertThat(transfer(404, rich, 999_999, "5").get("detail").asString()).contains("999999");
        assertThat(transfer(404, 999_999, rich, "5").get("detail").asString()).contains("999999");
        assertBalances("100.00", "0.00");
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "0.001", "100000000000"})
    void anAmountThatMakesNoSenseIsABadRequest(String amount) {
        assertThat(transfer(400, rich, poor, amount).get("fields").propertyNames())
                .containsExactly("amount");
        assertBalances("100.00", "0.00");
    }

    @Test
    void aTransferToOneselfIsABadRequest() {
        transfer(400, rich, rich, "5");
        assertBalances("100.00", "0.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"to":2,"amount":5}                       | from
                    {"from":1,"amount":5}                     | to
                    {"from":1,"to":2}                         | amount
                    {"from":1,"to":2,"amount":null}           | amount
                    {"from":1,"to":2,"amount":"much"}         | amount
                    {"from":"1; drop table users","to":2,"amount":5} | from
                    {"from":1,"to":2,"amount":5,"nope":true}  | nope
                    """)
    void aBodyThatIsWrongNamesTheField(String body, String field) {
        assertThat(requests.post(400, body, "/transfers").get("fields").propertyNames())
                .containsExactly(field);
    }

    @Test
    void manyAtOnceNeverSpendMoreThanThereIs() {
        Map<String, Object> five = Map.of("from", rich, "to", poor, "amount", 30);
        Flux.range(0, 10)
                .flatMap(i -> Mono.fromRunnable(() -> {
                            try {
                                requests.post(200, five, "/transfers");
                            } catch (AssertionError refused) {
                                assertThat(refused).hasMessageContaining("insufficient-funds");
                            }
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast();
        assertBalances("10.00", "90.00");
    }

    @Test
    void transfersInBothDirectionsAtOnceAllSucceed() {
        transfer(200, rich, poor, "50.00");
        Flux.range(0, 40)
                .flatMap(i -> Mono.fromRunnable(() -> {
                            if (i % 2 == 0) {
                                transfer(200, rich, poor, "1.00");
                            } else {
                                transfer(200, poor, rich, "1.00");
                            }
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast();
        assertBalances("50.00", "50.00");
    }

    private JsonNode transfer(int status, long from, long to, String amount) {
        return requests.post(status, Map.of("from", from, "to", to, "amount", new BigDecimal(amount)), "/transfers");
    }

    private void assertBalances(String ofRich, String ofPoor) {
        assertThat(requests.get("/users/" + rich).get("balance").decimalValue()).isEqualByComparingTo(ofRich);
        assertThat(requests.get("/users/" + poor).get("balance").decimalValue()).isEqualByComparingTo(ofPoor);
    }
}
