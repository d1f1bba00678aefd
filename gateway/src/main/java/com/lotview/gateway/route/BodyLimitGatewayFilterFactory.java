package com.lotview.gateway.route;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code BodyLimit=1MB}: the largest request body of a route. A larger one is refused by its stated
 * length, or, if none is stated, as soon as it has grown too large.
 */
@Component
class BodyLimitGatewayFilterFactory
    extends AbstractGatewayFilterFactory<BodyLimitGatewayFilterFactory.Config> {

  BodyLimitGatewayFilterFactory() {
    super(Config.class);
  }

  @Override
  public List<String> shortcutFieldOrder() {
    return List.of("size");
  }

  @Override
  public GatewayFilter apply(Config config) {
    DataSize limit = config.size;
    return (exchange, chain) -> {
      long stated = exchange.getRequest().getHeaders().getContentLength();
      if (stated > limit.toBytes()) {
        return Mono.error(tooLarge(limit));
      }
      return chain.filter(stated < 0 ? counted(exchange, limit) : exchange);
    };
  }

  private static ServerWebExchange counted(ServerWebExchange exchange, DataSize limit) {
    ServerHttpRequest request =
        new ServerHttpRequestDecorator(exchange.getRequest()) {
          @Override
          public Flux<DataBuffer> getBody() {
            AtomicLong bytes = new AtomicLong();
            return super.getBody()
                .map(part -> {
                  if (bytes.addAndGet(part.readableByteCount()) > limit.toBytes()) {
                    DataBufferUtils.release(part);
                    throw tooLarge(limit);
                  }
                  return part;
                });
          }
        };
    return exchange.mutate().request(request).build();
  }

  private static RefusalException tooLarge(DataSize limit) {
    return new RefusalException(
        ErrorCode.PAYLOAD_TOO_LARGE, "At most " + limit.toMegabytes() + " MB may be sent here");
  }

  /** Filled in from the route's {@code BodyLimit=…}. */
  static final class Config {
    private DataSize size = DataSize.ofMegabytes(1);

    public void setSize(DataSize size) {
      this.size = size;
    }

    public DataSize getSize() {
      return size;
    }
  }
}
