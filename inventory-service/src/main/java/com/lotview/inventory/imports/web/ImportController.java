package com.lotview.inventory.imports.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.inventory.imports.ImportJob.Options;
import com.lotview.inventory.imports.ImportJob.Submission;
import com.lotview.inventory.imports.ImportJobs;
import com.lotview.inventory.imports.Missing;
import com.lotview.inventory.upload.FileParts;
import com.lotview.inventory.upload.FileParts.Form;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiBody;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/import}: takes a file, which then waits for its import. */
@RestController
class ImportController {
  private static final String FIELD = "file";
  private static final String MISSING = "missing";
  private static final String SOLD = "sold";
  private static final long MAX_BYTES = 200L * 1024 * 1024;
  private static final long MAX_REQUEST = MAX_BYTES + 64L * 1024;

  private final ImportJobs imports;

  ImportController(ImportJobs imports) {
    this.imports = imports;
  }

  @PostMapping(path = "/v1/vehicles/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<ImportAnswer> submit(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, required = false) @Nullable Long length,
      @RequestBody @ApiBody(StockForm.class) Flux<PartEvent> body) {
    caller.require(Permission.VEHICLES_WRITE);
    if (length != null && length > MAX_REQUEST) {
      throw new RefusalException(ErrorCode.PAYLOAD_TOO_LARGE, "The file is larger than 200 MB");
    }
    return Mono.usingWhen(
        Spool.create(),
        spool ->
            FileParts.form(body, FIELD, Set.of(MISSING, SOLD), MAX_BYTES, spool)
                .flatMap(form -> submit(caller, form, dryRun)),
        Spool::remove);
  }

  private Mono<ImportAnswer> submit(Caller caller, Form form, boolean dryRun) {
    Options options =
        new Options(
            dryRun, missing(caller, form.fields().get(MISSING)), relist(form.fields().get(SOLD)));
    return imports
        .submit(
            caller,
            new Submission(form.file().name(), form.file().bytes(), options),
            form.file().path())
        .map(ImportAnswer::of);
  }

  private static boolean relist(@Nullable String given) {
    return switch (given) {
      case null -> false;
      case "keep" -> false;
      case "relist" -> true;
      default -> throw RefusalException.invalid(SOLD, "must be keep or relist");
    };
  }

  private static Missing missing(Caller caller, @Nullable String given) {
    Missing missing = read(given);
    if (missing == Missing.ARCHIVE) {
      caller.require(Permission.VEHICLES_ARCHIVE);
    }
    return missing;
  }

  private static Missing read(@Nullable String given) {
    return switch (given) {
      case null -> Missing.KEEP;
      case "keep" -> Missing.KEEP;
      case "archive" -> Missing.ARCHIVE;
      default -> throw RefusalException.invalid(MISSING, "must be keep or archive");
    };
  }

  /** The parts of an upload. */
  record StockForm(
      @ApiField(required = true) ByteBuffer file,
      @Nullable @ApiField(words = {"keep", "archive"}) String missing,
      @Nullable @ApiField(words = {"keep", "relist"}) String sold) {}
}
