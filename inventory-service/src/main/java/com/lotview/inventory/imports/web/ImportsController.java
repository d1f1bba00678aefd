package com.lotview.inventory.imports.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.inventory.imports.ImportJobs;
import com.lotview.inventory.imports.RowOutcome;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/imports}: the state of imports, and their remarks about each row. */
@RestController
@RequestMapping("/v1/vehicles/imports")
class ImportsController {
  private static final int MOST_ROWS = 1000;

  private final ImportJobs imports;

  ImportsController(ImportJobs imports) {
    this.imports = imports;
  }

  @GetMapping
  Mono<History> newest(Caller caller) {
    caller.require(Permission.VEHICLES_WRITE);
    return imports
        .newest(caller)
        .map(jobs -> new History(jobs.stream().map(ImportAnswer::of).toList()));
  }

  /** The newest imports. */
  record History(List<ImportAnswer> data) {}

  @GetMapping("/{id}")
  Mono<ImportAnswer> get(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_WRITE);
    return imports.get(caller, read(id)).map(ImportAnswer::of);
  }

  @PostMapping("/{id}/cancel")
  Mono<ImportAnswer> cancel(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_WRITE);
    return imports.cancel(caller, read(id)).map(ImportAnswer::of);
  }

  @GetMapping("/{id}/report")
  Mono<Report> report(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "200") int limit,
      @RequestParam(defaultValue = "true") boolean all) {
    caller.require(Permission.VEHICLES_WRITE);
    if (limit < 1 || limit > MOST_ROWS) {
      throw RefusalException.invalid("limit", "must be between 1 and " + MOST_ROWS);
    }
    return imports.report(caller, read(id), after, !all, limit).map(rows -> Report.of(rows, limit));
  }

  /**
   * Rows of the report.
   *
   * @param next to be sent as {@code after} for the rows that follow; null if there are none
   */
  record Report(List<Row> rows, @Nullable Integer next) {
    static Report of(List<RowOutcome> rows, int limit) {
      return new Report(
          rows.stream().map(Row::of).toList(),
          rows.size() < limit ? null : Integer.valueOf(rows.getLast().line()));
    }
  }

  /** A row of the file: its outcome, and remarks about its cells. */
  record Row(int row, String outcome, @Nullable UUID vehicleId, List<Cell> cells) {
    static Row of(RowOutcome row) {
      Problem problem = row.problem();
      List<Problem> notes = problem == null ? row.warnings() : List.of(problem);
      return new Row(
          row.line(), row.kind().name(), row.vehicleId(), notes.stream().map(Cell::of).toList());
    }
  }

  /** A remark about a cell. */
  record Cell(String column, String value, String reason, String suggestion) {
    static Cell of(Problem problem) {
      return new Cell(problem.column(), problem.value(), problem.reason(), problem.suggestion());
    }
  }

  @GetMapping("/{id}/report.csv")
  Mono<ResponseEntity<Flux<String>>> file(
      Caller caller, @PathVariable String id, @RequestParam(defaultValue = "true") boolean all) {
    caller.require(Permission.VEHICLES_WRITE);
    UUID importId = read(id);
    return imports
        .get(caller, importId)
        .map(found ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"import-" + importId + ".csv\"")
                .body(
                    Flux.concat(
                        Flux.just(ReportCsv.HEADER),
                        imports.report(caller, importId, !all, MOST_ROWS).map(ReportCsv::lines))));
  }

  // Ids are opaque to clients: a malformed id counts as one that does not exist.
  private static UUID read(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new RefusalException(ErrorCode.IMPORT_NOT_FOUND, ErrorCode.IMPORT_NOT_FOUND.title());
    }
  }
}
