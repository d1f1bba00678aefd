package com.lotview.standalone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of {@code docs/reference} agree with the code. */
class ReferencePagesTest {
  private static final String WRITE = "lotview.reference.write";
  private static final String COMMAND =
      "mvn -pl standalone -am test -Dtest=ReferencePagesTest -D"
          + WRITE
          + "=true -Dsurefire.failIfNoSpecifiedTests=false";

  @ParameterizedTest
  @EnumSource
  void pageShowsTheSettingsAndRoutesOfTheCode(Service service) throws Exception {
    SettingsTree tree = SettingsTree.of(service.settingsFile());
    ReferencePage page = ReferencePage.read(service.page());
    String wanted = page.with(service, settings(service, tree), routes(service, tree));
    if (Boolean.getBoolean(WRITE)) {
      page.write(wanted);
    }

    assertThat(page.text())
        .as("%s differs from the code. To rewrite it: %s", service.page(), COMMAND)
        .isEqualTo(wanted);
    assertThat(wanted.lines().filter(line -> line.endsWith("|  |")))
        .as("routes of %s without a sentence in the last column; write one", service.page())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everySettingHasACommentAndNoSecretADefault(Service service) throws Exception {
    List<Setting> settings = Setting.in(service.settingsFile());

    assertThat(settings).isNotEmpty();
    assertThat(settings).filteredOn(setting -> setting.meaning().isEmpty()).isEmpty();
    assertThat(settings)
        .filteredOn(setting -> setting.secret() && !setting.defaultValue().isEmpty())
        .isEmpty();
  }

  private static List<Setting> settings(Service service, SettingsTree tree) throws Exception {
    List<Setting> settings = new ArrayList<>(Setting.in(service.settingsFile()));
    if (service == Service.GATEWAY) {
      settings.addAll(GatewayRoutes.settings(tree));
    }
    return settings;
  }

  private static List<List<String>> routes(Service service, SettingsTree tree) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    if (service == Service.GATEWAY) {
      rows.addAll(GatewayRoutes.cells(tree));
    }
    Routes.of(service, tree.publicPaths()).forEach(route -> rows.add(route.cells()));
    return rows;
  }
}
