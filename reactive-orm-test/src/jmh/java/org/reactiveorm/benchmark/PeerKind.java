package org.reactiveorm.benchmark;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.transaction.ConnectionPools;

/** Who does the work. Every pool has 8 connections. */
public enum PeerKind {
    /** The library. */
    ORM {
        @Override
        Peer connect(String url) {
            return new OrmPeer(ReactiveOrm.connect(withPool(url)));
        }
    },
    /** By hand, with the driver's and the pool's settings that the library uses. */
    RAW {
        @Override
        Peer connect(String url) {
            return new RawPeer(ConnectionPools.connect(withPool(url)), RawTransaction.RIDING);
        }
    },
    /** By hand, with the driver's defaults: results as text, transactions through the SPI. */
    RAW_DEFAULTS {
        @Override
        Peer connect(String url) {
            ConnectionPoolConfiguration defaults = ConnectionPoolConfiguration.builder(ConnectionFactories.get(url))
                    .initialSize(8)
                    .maxSize(8)
                    .build();
            return new RawPeer(new ConnectionPool(defaults), RawTransaction.SPI);
        }
    };

    abstract Peer connect(String url);

    private static String withPool(String url) {
        return url + (url.contains("?") ? "&" : "?") + "initialSize=8&maxSize=8";
    }
}
