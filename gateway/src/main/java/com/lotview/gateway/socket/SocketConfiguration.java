package com.lotview.gateway.socket;

import com.lotview.kit.socket.SocketUpgrade;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

  @Bean
  @Primary
  WebSocketService namedRefusals(ReactorNettyRequestUpgradeStrategy upgrades) {
    return new RefusedSockets(new HandshakeWebSocketService(new SocketUpgrade(upgrades)));
  }
}
