package com.lotview.gateway.wiring;

import com.lotview.gateway.edge.GatewayProperties;
import com.lotview.gateway.limit.OwnWindows;
import com.lotview.gateway.limit.RateLimitFilter;
import com.lotview.gateway.limit.SharedLimitProperties;
import com.lotview.gateway.limit.Windows;
import com.lotview.gateway.limit.store.SharedWindows;
import com.lotview.kit.database.DatabaseProperties;
import com.lotview.kit.database.DatabaseSockets;
import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.database.Migrations;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
  private static final String SHARED = "'${lotview.shared-limits.url:}' != ''";
  private static final String SCHEMA = "gateway";
  private static final int CONNECTIONS = 10;

  @Bean
  @ConditionalOnExpression("!(" + SHARED + ")")
  Windows ownWindows(Clock clock) {
    return new OwnWindows(clock);
  }

  /** The only database of the gateway, and only where several gateways share their limits. */
  @Bean(destroyMethod = "dispose")
  @ConditionalOnExpression(SHARED)
  ConnectionPool limitConnections(SharedLimitProperties properties) {
    new Migrations(
            new DatabaseProperties(
                properties.url(), properties.migrationUrl(), SCHEMA, CONNECTIONS))
        .afterPropertiesSet();
    DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", properties.url());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(
                new PostgresqlConnectionFactory(
                    url.connection()
                        .schema(SCHEMA)
                        .applicationName("lotview-" + SCHEMA)
                        .options(Map.of("statement_timeout", "2s"))
                        .connectTimeout(Duration.ofSeconds(2))
                        .tcpKeepAlive(true)
                        .loopResources(new DatabaseSockets())
                        .build()))
            .maxSize(CONNECTIONS)
            .maxAcquireTime(Duration.ofSeconds(2))
            .build());
  }

  @Bean
  @ConditionalOnExpression(SHARED)
  Windows sharedWindows(
      ConnectionPool limitConnections, Clock clock, SharedLimitProperties properties) {
    return new SharedWindows(limitConnections, new OwnWindows(clock), properties.deadline());
  }

  @Bean
  RateLimitFilter rateLimits(GatewayProperties properties, Windows windows) {
    return new RateLimitFilter(properties.rateLimits(), windows);
  }
}
