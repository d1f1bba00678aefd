package com.lotview.listing.text.writing;

import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.TextFrame;
import com.lotview.listing.text.builtin.BuiltInWriter;
import com.lotview.listing.text.check.ListingChecks;
import com.lotview.listing.text.writing.AiWriter.AiWriterException;
import com.lotview.listing.text.writing.WrittenListing.Writer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Gets a text that passes the checks: from the AI writer if there is one, asked at most twice, and
 * else from the built-in writer. Never inside a database transaction: an answer may take a minute.
 */
public final class ListingWriting {
  private static final Logger LOG = LoggerFactory.getLogger(ListingWriting.class);
  private static final int REASONS = 10;

  private final Optional<AiWriter> ai;
  private final BuiltInWriter builtIn;
  private final ListingChecks checks;
  private final MeterRegistry meters;
  private final Counter failed;
  private final Counter refused;

  public ListingWriting(
      Optional<AiWriter> ai, BuiltInWriter builtIn, ListingChecks checks, MeterRegistry meters) {
    this.ai = ai;
    this.builtIn = builtIn;
    this.checks = checks;
    this.meters = meters;
    this.failed =
        Counter.builder("lotview.listing.ai.failed")
            .description("Texts that the AI writer did not give")
            .register(meters);
    this.refused =
        Counter.builder("lotview.listing.ai.rejected")
            .description("Texts of the AI writer that the checks refused")
            .register(meters);
  }

  /** Whether texts are available at once, without an external call. */
  public boolean immediate() {
    return ai.isEmpty();
  }

  /**
   * Writes at once with the built-in writer; the dealership's own parts that may not be used are
   * among the rejected.
   *
   * @param rejected why earlier texts were not used
   */
  public WrittenListing writeBuiltIn(ListingBrief wanted, List<String> rejected) {
    ListingBrief brief = checks.usable(wanted);
    ListingText text = builtIn.write(brief);
    count(Writer.BUILT_IN);
    return written(text, brief, Writer.BUILT_IN, null, rejected)
        .leavingOut(checks.ownProblems(wanted));
  }

  /** Why a person's text may not be used, by the same rules as for all texts. */
  public List<String> problems(ListingText text, ListingBrief wanted) {
    return checks.problems(text, checks.usable(wanted));
  }

  /**
   * Writes with the AI writer if possible, or with the built-in one; never fails because of the AI
   * writer.
   */
  public Mono<WrittenListing> write(ListingBrief wanted) {
    ListingBrief brief = checks.usable(wanted);
    return ai.map(writer -> ask(writer, brief, List.of(), List.of()))
        .orElseGet(Mono::empty)
        .switchIfEmpty(Mono.fromSupplier(() -> writeBuiltIn(brief, List.of())))
        .map(listing -> listing.leavingOut(checks.ownProblems(wanted)));
  }

  /**
   * @param reasons why the text before was refused
   * @param rejected the same for the record; not empty means that this is the second and last try
   */
  private Mono<WrittenListing> ask(
      AiWriter writer, ListingBrief brief, List<String> reasons, List<String> rejected) {
    return writer
        .write(brief, reasons)
        .flatMap(text -> judge(writer, brief, text, rejected))
        .onErrorResume(
            AiWriterException.class,
            error -> {
              LOG.warn("The AI writer gave no text: {}", error.getMessage());
              failed.increment();
              return Mono.fromSupplier(
                  () -> writeBuiltIn(brief, with(rejected, String.valueOf(error.getMessage()))));
            });
  }

  private Mono<WrittenListing> judge(
      AiWriter writer, ListingBrief brief, ListingText answer, List<String> rejected) {
    ListingText framed =
        new ListingText(answer.title(), TextFrame.fill(brief, answer.description()));
    // A sentence without a source is removed; the rest must pass the checks on its own.
    ListingText text = checks.mended(framed, brief);
    List<String> problems = checks.problems(text, brief);
    if (problems.isEmpty()) {
      count(Writer.CLAUDE);
      return Mono.just(written(text, brief, Writer.CLAUDE, writer.model(), rejected));
    }
    refused.increment();
    List<String> reasons = problems.stream().limit(REASONS).toList();
    List<String> record = with(rejected, String.join("; ", reasons));
    return rejected.isEmpty()
        ? ask(writer, brief, reasons, record)
        : Mono.fromSupplier(() -> writeBuiltIn(brief, record));
  }

  private WrittenListing written(
      ListingText text,
      ListingBrief brief,
      Writer writer,
      @Nullable String model,
      List<String> rejected) {
    return new WrittenListing(text, writer, model, rejected, checks.sources(text, brief));
  }

  private void count(Writer writer) {
    Counter.builder("lotview.listing.written")
        .description("Listing texts that were written, by writer")
        .tag("writer", writer.wire())
        .register(meters)
        .increment();
  }

  private static List<String> with(List<String> reasons, String reason) {
    List<String> all = new ArrayList<>(reasons);
    all.add(reason);
    return List.copyOf(all);
  }
}
