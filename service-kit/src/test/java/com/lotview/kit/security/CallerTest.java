package com.lotview.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTest {
  private static final String ID = "0190a1b2-0000-7000-8000-000000000001";

  @ParameterizedTest
  @CsvSource({
    "admin, " + ID + ", GM, sub",
    ID + ", x, GM, dealershipId",
    ID + ", " + ID + ", ADMIN, role"
  })
  void tokenWithAnUnknownClaim_isNotValid(
      String user, String dealership, String role, String claim) {
    Jwt token =
        Jwt.withTokenValue("t")
            .header("alg", "RS256")
            .subject(user)
            .claim(Caller.DEALERSHIP, dealership)
            .claim(Caller.ROLE, role)
            .build();

    assertThatThrownBy(() -> Caller.of(token, RequestOrigin.NONE))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(claim)
        .satisfies(error ->
            assertThat(((RefusalException) error).code()).isEqualTo(ErrorCode.AUTH_TOKEN_INVALID));
  }
}
