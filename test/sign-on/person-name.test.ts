import { expect, test } from '@jest/globals';
import { nameParts } from '../../shared/sign-on/person-name.ts';

test.each([
  ['Ana Ruiz', 'en', 'Ana', 'Ruiz'],
  ['Ana María Ruiz Peña', 'es', 'Ana María', 'Ruiz Peña'],
  ['Ana María Ruiz', 'es', 'Ana María', 'Ruiz'],
  ['María de la Cruz', 'es', 'María', 'de la Cruz'],
  ['Juan Carlos de la Cruz López', 'es', 'Juan Carlos', 'de la Cruz López'],
  ['Jan van den Berg', 'en', 'Jan', 'van den Berg'],
  ['José Ortega y Gasset', 'es', 'José', 'Ortega y Gasset'],
  ['Dr. Ana “Nina” Ruiz, PhD (she/her)', 'en', 'Ana', 'Ruiz'],
  ['Ben Okafor Jr.', 'en', 'Ben', 'Okafor'],
  ['Ruiz, Ana María', 'en', 'Ana María', 'Ruiz'],
  ['de la Cruz, María', 'en', 'María', 'de la Cruz'],
  ['Ana Ruiz, Harbor Families', 'en', 'Ana', 'Ruiz'],
  ['Jean-Luc Martin', 'en', 'Jean-Luc', 'Martin'],
  ['Madonna', 'en', 'Madonna', ''],
  ['山田 太郎', 'en', '太郎', '山田'],
  ['김 민수', 'en', '민수', '김'],
  ['محمد علي', 'en', 'محمد', 'علي'],
  ['', 'en', '', ''],
])('“%s” (%s) is given name “%s” and family name “%s”', (name, language, given, family) =>
  expect(nameParts(name, language)).toEqual({ given, family }),
);
