package com.lotview.posting.change;

import com.lotview.posting.dispatch.Departure;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.model.PostingStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two kinds of changes, for the dispatcher. */
@Configuration(proxyBeanMethods = false)
class ChangeDepartures {

  @Bean
  Departure removalDeparture(
      ChangeStore store,
      PostingStore postings,
      WaitingPrices prices,
      ChangeLog log,
      ChangeEvents events) {
    return new ChangeDeparture(JobKind.REMOVE, store, postings, prices, log, events);
  }

  @Bean
  Departure editDeparture(
      ChangeStore store,
      PostingStore postings,
      WaitingPrices prices,
      ChangeLog log,
      ChangeEvents events) {
    return new ChangeDeparture(JobKind.EDIT, store, postings, prices, log, events);
  }
}
