const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Pronouns as people write them behind their names, in English, Spanish and French. */
export const pronouns = wordSet(
  `she her hers he him his they them theirs ze zie zir hir hirs xe xem xyr ey em eir fae faer ve ver per it its
  ella ellas él el elle elles ellos ello elx il ils lui iel iels ellui`,
);

/** What people write beside their pronouns: "any pronouns", "she and her". */
export const besidePronouns = wordSet('pronouns pronoun pronombres pronoms any all and or y o et ou');

/**
 * Degrees, orders, offices and the like that people write behind a name. Letters only; without a comma they count in
 * capitals or with dots.
 */
export const degrees = wordSet(
  `phd md jd edd dds dmd dvm do rn np mph msw lcsw lmsw mba mfa mdiv dmin esq esquire cpa jr sr junior senior ii iii iv
  ba bs bsc bed bfa ma ms msc mse meng mphil mpa mpp mlis mls msn bsn dnp aprn cnm fnp lpn pa pe pt dpt llb llm lld scd thd
  psyd pharmd edm med mts stm drph obe mbe cbe kc mp mla sj op osb osf ofm rsm ihm csj csc ssnd ret retd retired hijo
  ing arq avocat avocate aia faia aicp mbbs facp facs faan candidate candidata ceo cfo coo cto`,
);

/** Degrees that are family names, too: in a name of capital letters only, "DO" may be either. */
export const familyNamesLikeDegrees = wordSet('do ma ba pa pe op ms med ing');

/** Titles before a name. Accents are only where a word without them is a given name. */
export const titles = wordSet(
  `dr dra drs prof profa profr profra rev revd revda fr mr mrs ms mx miss hon sr sra srta lic lcda lcdo licda licdo ing
  arq mtro mtra abg abog psic pbro hna hno dª mme mlle msgr mons doctor doctora docteur docteure professor profesor
  profesora professeur professeure reverend reverenda rabbi imam pastor pastora pasteur pasteure father padre sister
  bishop obispo monsignor deacon chief judge justice the sen senator senador senadora rep representative representante
  gov governor gobernador gobernadora mayor alcalde alcaldesa congressman congresswoman congressmember state assembly
  assemblyman assemblywoman assemblymember council councilman councilwoman councilmember councilor councillor cllr member
  alderman alderwoman commissioner comisionado comisionada concejal concejala diputado diputada depute deputee
  mairesse supervisor capt lt lieut sgt cpl cmdr cdr atty attys engr familia famille`,
);

/** Short titles that are given names, too, so they are titles only with a dot. */
export const titlesWithDot = wordSet('dre dip biol ald amb gen maj');

/**
 * Words that are titles only before a given name and a family name: alone before one word they may be the given name.
 */
export const titlesOfTwo = wordSet(
  `col adm br doña dña abbé père frère captain colonel lieutenant sergeant major general commander admiral
  ambassador attorney president presidente presidenta minister archbishop cardinal cantor hazzan brother elder
  evangelist fray hermana hermano presbitero soeur sœur maitre madame monsieur mademoiselle licenciada licenciado
  ingeniera ingeniero arquitecta arquitecto maestra maestro abogada abogado senatrice conseiller conseillere regidor
  regidora honorable honourable right rt most very vice former county city town village district delegate selectman
  selectwoman sheriff trustee director directora directeur directrice sir lady lord herr frau shri smt sheikh
  shaykh ustadh sensei family`,
);

/** Small words within a family name: "de la Cruz", "Ortega y Gasset", "al-Masri". */
export const particles = wordSet(
  "de del della da das do dos di du des la las lo los le el al y e i van von 't ’t der den ter ten zu zur bin ibn bint née nee",
);

/** First words of family names that have two: "St. John", "San Martín". */
export const saints = wordSet('st ste saint sainte san santa');

/** Small words between two family names: "Ortega y Gasset". */
export const joining = wordSet('y e i');
