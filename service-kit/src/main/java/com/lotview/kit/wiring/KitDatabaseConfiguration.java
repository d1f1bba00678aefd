package com.lotview.kit.wiring;

import com.lotview.kit.database.DatabaseHealth;
import com.lotview.kit.database.DatabaseProperties;
import com.lotview.kit.database.DatabaseSockets;
import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.database.Migrations;
import com.lotview.kit.database.SessionSettings;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.retention.InboxProperties;
import com.lotview.kit.retention.Kept;
import com.lotview.kit.retention.Retention;
import com.lotview.kit.retention.TableRows;
import com.lotview.kit.tenant.OpeningConnections;
import com.lotview.kit.tenant.TenantTransactions;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

/** The service's own schema, for services that name one. */
@AutoConfiguration(before = R2dbcAutoConfiguration.class)
@ConditionalOnProperty("lotview.database.schema")
@EnableConfigurationProperties({DatabaseProperties.class, InboxProperties.class})
public class KitDatabaseConfiguration {
  // A client that repeats a request later has given up long before.
  private static final Duration ANSWERS_KEPT = Duration.ofDays(2);

  @Bean
  Migrations migrations(DatabaseProperties properties) {
    return new Migrations(properties);
  }

  /** Connections outside of the pool, for those that stay open (LISTEN). */
  @Bean(defaultCandidate = false)
  PostgresqlConnectionFactory postgresqlConnections(
      DatabaseProperties properties, Migrations migrations) {
    DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", properties.url());
    return new PostgresqlConnectionFactory(
        url.connection()
            .schema(properties.schema())
            .applicationName("lotview-" + properties.schema())
            .options(SessionSettings.ALL)
            .connectTimeout(Duration.ofSeconds(5))
            .tcpKeepAlive(true)
            .loopResources(new DatabaseSockets())
            .lockWaitTimeout(Duration.ofSeconds(10))
            .build());
  }

  @Bean(destroyMethod = "dispose")
  ConnectionPool connectionPool(
      @Qualifier("postgresqlConnections") PostgresqlConnectionFactory connections,
      DatabaseProperties properties) {
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(connections)
            .initialSize(2)
            .maxSize(properties.poolSize())
            .maxAcquireTime(Duration.ofSeconds(5))
            .maxIdleTime(Duration.ofMinutes(10))
            // After a failover the connections of each service move on within this time.
            .maxLifeTime(Duration.ofMinutes(30))
            // Every caller that waited for such a connection has given up long before.
            .maxCreateConnectionTime(Duration.ofSeconds(10))
            .maxValidationTime(Duration.ofSeconds(1))
            .build());
  }

  @Bean(defaultCandidate = false)
  OpeningConnections openingConnections(ConnectionPool pool) {
    return new OpeningConnections(pool);
  }

  @Bean
  R2dbcTransactionManager transactionManager(
      @Qualifier("openingConnections") OpeningConnections connections) {
    return new R2dbcTransactionManager(connections);
  }

  @Bean
  TransactionalOperator transactionalOperator(R2dbcTransactionManager manager) {
    return TransactionalOperator.create(manager);
  }

  @Bean
  DatabaseClient databaseClient(@Qualifier("openingConnections") OpeningConnections connections) {
    return DatabaseClient.create(connections);
  }

  @Bean
  TenantTransactions tenantTransactions(
      DatabaseClient database, TransactionalOperator operator, DatabaseProperties properties) {
    return new TenantTransactions(database, operator, properties.schema());
  }

  /** Requests get a 503 if the server hangs; background work has its own deadlines. */
  @Bean
  WebFilter promptDatabase() {
    return (exchange, chain) -> chain.filter(exchange).contextWrite(OpeningConnections::promptly);
  }

  @Bean
  DatabaseHealth databaseHealthIndicator(DatabaseClient database, TenantTransactions transactions) {
    return new DatabaseHealth(database, transactions);
  }

  @Bean
  IdempotentRequests idempotentRequests(
      DatabaseClient database, TenantTransactions transactions, JsonMapper json) {
    return new IdempotentRequests(database, transactions, json);
  }

  @Bean
  TableRows tableRows(DatabaseClient database, TenantTransactions transactions) {
    return new TableRows(database, transactions);
  }

  @Bean
  Kept keptInbox(TableRows rows, InboxProperties properties) {
    return new Kept(
        "Handled events", properties.retention(), rows.of("inbox", "received_at < :before"));
  }

  /** Only in services that opened the table to the system; the others have no row in it. */
  @Bean
  Kept keptAnswers(TableRows rows) {
    return new Kept(
        "Answers to repeated requests",
        ANSWERS_KEPT,
        rows.of("idempotency", "created_at < :before"));
  }

  @Bean
  Retention rowRetention(ObjectProvider<Kept> kept, Clock clock) {
    return new Retention(kept.orderedStream().toList(), clock);
  }
}
