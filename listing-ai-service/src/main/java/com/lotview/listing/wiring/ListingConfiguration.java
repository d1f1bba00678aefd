package com.lotview.listing.wiring;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.listing.generation.GenerationAnswers;
import com.lotview.listing.generation.GenerationService;
import com.lotview.listing.generation.GenerationStore;
import com.lotview.listing.generation.GenerationWorkers;
import com.lotview.listing.text.builtin.BuiltInWriter;
import com.lotview.listing.text.check.ListingChecks;
import com.lotview.listing.text.claude.ClaudeProperties;
import com.lotview.listing.text.claude.ClaudeWriter;
import com.lotview.listing.text.claude.Prompt;
import com.lotview.listing.text.writing.AiWriter;
import com.lotview.listing.text.writing.ListingWriting;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

  @Bean
  ListingChecks listingChecks() {
    return new ListingChecks();
  }

  @Bean
  @Conditional(KeyIsGiven.class)
  ClaudeWriter claudeWriter(ClaudeProperties properties, JsonMapper json, Clock clock) {
    return new ClaudeWriter(properties, new Prompt(json), clock);
  }

  @Bean
  ListingWriting listingWriting(Optional<AiWriter> ai, ListingChecks checks, MeterRegistry meters) {
    return new ListingWriting(ai, new BuiltInWriter(checks), checks, meters);
  }

  @Bean
  GenerationService generationService(
      GenerationStore store,
      GenerationAnswers answers,
      ListingWriting writing,
      TenantTransactions transactions) {
    return new GenerationService(store, answers, writing, transactions);
  }

  @Bean
  GenerationWorkers generationWorkers(
      GenerationStore store, GenerationService service, ClaudeProperties properties) {
    return new GenerationWorkers(store, service, properties.maxConcurrentRequests());
  }

  /** Without a key there is no AI writer at all. */
  static final class KeyIsGiven implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(context.getEnvironment().getProperty("lotview.claude.api-key"));
    }
  }
}
