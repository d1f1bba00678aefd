package com.lotview.inventory.market.store;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.inventory.market.Markets;
import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** {@link Markets} on PostgreSQL. */
@Repository
class SqlMarkets implements Markets {
  private final DatabaseClient database;
  private final TenantTransactions transactions;

  SqlMarkets(DatabaseClient database, TenantTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public Mono<Market> of(UUID dealershipId) {
    Mono<Market> stored =
        database
            .sql(
                """
                select country, currency, distance_unit from dealership_market
                where dealership_id = :dealership
                """)
            .bind("dealership", dealershipId)
            .map(row -> market(new Columns(row)))
            .one();
    return transactions.inTenant(dealershipId, stored).defaultIfEmpty(Market.US);
  }

  @Override
  public Mono<Void> put(UUID dealershipId, Market market) {
    return database
        .sql(
            """
            insert into dealership_market (dealership_id, country, currency, distance_unit)
            values (:dealership, :country, :currency, :unit)
            on conflict (dealership_id) do update
              set country = excluded.country, currency = excluded.currency,
                  distance_unit = excluded.distance_unit
            """)
        .bind("dealership", dealershipId)
        .bind("country", market.country())
        .bind("currency", market.currency())
        .bind("unit", market.distanceUnit().name())
        .then();
  }

  private static Market market(Columns row) {
    return new Market(
        row.text("country"), row.text("currency"), DistanceUnit.valueOf(row.text("distance_unit")));
  }
}
