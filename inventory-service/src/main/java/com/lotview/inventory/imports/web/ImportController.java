package com.lotview.inventory.imports.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.inventory.imports.ImportSummary;
import com.lotview.inventory.imports.Missing;
import com.lotview.inventory.imports.VehicleImport;
import com.lotview.inventory.imports.VehicleImport.Options;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.upload.FileParts;
import com.lotview.inventory.upload.FileParts.UploadedFile;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.ApiException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/import}. */
@RestController
class ImportController {
  private static final String FIELD = "file";
  private static final String MISSING = "missing";
  private static final String SOLD = "sold";
  private static final int MAX_BYTES = 10 * 1024 * 1024;
  private static final long MAX_REQUEST = MAX_BYTES + 64L * 1024;

  private final VehicleImport imports;

  ImportController(VehicleImport imports) {
    this.imports = imports;
  }

  @PostMapping(path = "/v1/vehicles/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<ImportSummary> run(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, required = false) @Nullable Long length,
      @RequestBody Flux<PartEvent> body) {
    caller.require(Permission.VEHICLES_WRITE);
    if (length != null && length > MAX_REQUEST) {
      throw new ApiException(ErrorCode.PAYLOAD_TOO_LARGE, "The file is larger than 10 MB");
    }
    return FileParts.form(body, FIELD, Set.of(MISSING, SOLD), MAX_BYTES)
        .flatMap(form ->
            run(
                caller,
                form.file(),
                new Options(
                    dryRun,
                    missing(caller, form.fields().get(MISSING)),
                    relist(form.fields().get(SOLD)))));
  }

  private static boolean relist(@Nullable String given) {
    return switch (given) {
      case null -> false;
      case "keep" -> false;
      case "relist" -> true;
      default -> throw ApiException.invalid(SOLD, "must be keep or relist");
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
      default -> throw ApiException.invalid(MISSING, "must be keep or archive");
    };
  }

  private Mono<ImportSummary> run(Caller caller, UploadedFile file, Options options) {
    return imports
        .run(caller, file.name(), file.content(), options)
        .onErrorMap(
            UnreadableFileException.class,
            e -> ApiException.invalid(FIELD, String.valueOf(e.getMessage())));
  }
}
