package org.reactiveorm.semantics;

import static org.reactiveorm.semantics.Airport_.AIRPORT;
import static org.reactiveorm.semantics.Flight_.FLIGHT;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** Texts that the database holds equal although Java does not. */
@Timeout(60)
class PaddedKeysIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().withSchemaOf(AIRPORT, FLIGHT);

    @BeforeAll
    static void fill() {
        database.orm()
                .insertAll(List.of(
                        NewAirport.code("BER")
                                .name("Berlin")
                                .departures(NewFlight.number("X1"), NewFlight.number("X2")),
                        NewAirport.code("HAM").name("Hamburg").departures(NewFlight.number("Y1"))))
                .all()
                .blockLast();
    }

    @ParameterizedTest
    @EnumSource
    void relatedRowsFindEachOther(Fetch fetch) {
        StepVerifier.create(fetch.of(database.orm()
                                .find(AIRPORT)
                                .orderBy(AIRPORT.name.asc())
                                .include(AIRPORT.departures.orderBy(FLIGHT.number.asc())))
                        .all()
                        .map(airport -> airport.departures().stream()
                                .map(Flight::number)
                                .toList()))
                .expectNext(List.of("X1", "X2"), List.of("Y1"))
                .verifyComplete();
        StepVerifier.create(fetch.of(database.orm()
                                .find(FLIGHT)
                                .orderBy(FLIGHT.number.asc())
                                .include(FLIGHT.origin))
                        .all()
                        .map(flight -> flight.origin().get().name()))
                .expectNext("Berlin", "Berlin", "Hamburg")
                .verifyComplete();
    }
}
