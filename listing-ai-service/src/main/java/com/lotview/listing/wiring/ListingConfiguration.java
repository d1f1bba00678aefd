package com.lotview.listing.wiring;

import com.lotview.kit.metrics.TableReading;
import com.lotview.kit.metrics.TableReading.TableGauge;
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
import java.util.List;
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
  ClaudeWriter claudeWriter(
      ClaudeProperties properties, JsonMapper json, MeterRegistry meters, Clock clock) {
    return new ClaudeWriter(properties, new Prompt(json), meters, clock);
  }

  @Bean
  TableReading generationReading() {
    return new TableReading(
        """
        select 'lotview.listing.pending', null::text, count(*)::float8
          from (select from generation where state = 'PENDING' limit 10000) waiting
        union all
        select 'lotview.listing.pending.age', null,
            coalesce(extract(epoch from clock_timestamp() - min(requested_at)), 0)::float8
          from generation where state = 'PENDING'
        """,
        List.of(
            TableGauge.count(
                "lotview.listing.pending", "Texts that are wanted and not written; up to 10,000"),
            TableGauge.age("lotview.listing.pending.age", "Age of the oldest of these wishes")));
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
