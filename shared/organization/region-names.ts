/**
 * Names of states, provinces and territories, a line each: the name that is printed, the postal code, then other names,
 * in English, Spanish and French, and traditional abbreviations. Case, dots, spaces and accents do not matter.
 * Sources: USPS Publication 28 and the AP Stylebook's abbreviations, Canada Post, and for Mexico ISO 3166-2, CURP and
 * the abbreviations of the Diario Oficial.
 */
export const regionNames = {
  US: `
    Alabama: AL, Ala
    Alaska: AK, Alas
    American Samoa: AS, Am Samoa, Samoa Americana, Samoa américaines
    Arizona: AZ, Ariz
    Arkansas: AR, Ark
    California: CA, Calif, Cal, Californie
    Colorado: CO, Colo
    Connecticut: CT, Conn
    Delaware: DE, Del
    District of Columbia: DC, Washington DC, Wash DC, Dist of Columbia, Dist Col, Distrito de Columbia, District de Columbia
    Florida: FL, Fla, Floride
    Georgia: GA, Géorgie
    Guam: GU
    Hawaii: HI, Haw, Hawái, Hawaï
    Idaho: ID, Ida
    Illinois: IL, Ill, Ills
    Indiana: IN, Ind
    Iowa: IA
    Kansas: KS, Kan, Kans
    Kentucky: KY, Kent
    Louisiana: LA, Luisiana, Louisiane
    Maine: ME
    Maryland: MD
    Massachusetts: MA, Mass
    Michigan: MI, Mich
    Minnesota: MN, Minn, Minesota
    Mississippi: MS, Miss, Misisipi
    Missouri: MO, Misuri
    Montana: MT, Mont
    Nebraska: NE, Neb, Nebr
    Nevada: NV, Nev
    New Hampshire: NH, N Hamp, New Hamp, N Hampshire, Nuevo Hampshire, Nueva Hampshire
    New Jersey: NJ, N Jersey, Nueva Jersey
    New Mexico: NM, N Mex, New Mex, N Mexico, Nuevo México, Nouveau-Mexique
    New York: NY, NYS, N York, Nueva York
    North Carolina: NC, N Car, North Car, No Car, N Carolina, No Carolina, Carolina del Norte, Caroline du Nord
    North Dakota: ND, N Dak, North Dak, No Dak, N Dakota, No Dakota, Dakota del Norte, Dakota du Nord
    Northern Mariana Islands: MP, CNMI, Northern Marianas, Northern Mariana Isl, Islas Marianas del Norte, Îles Mariannes du Nord
    Ohio: OH
    Oklahoma: OK, Okla
    Oregon: OR, Ore, Oreg
    Pennsylvania: PA, Penn, Penna, Pensilvania, Pennsylvanie
    Puerto Rico: PR, P Rico, Porto Rico, Porto-Rico
    Rhode Island: RI, Rhode Is, R Island, Rhode Island and Providence Plantations
    South Carolina: SC, S Car, South Car, So Car, S Carolina, So Carolina, Carolina del Sur, Caroline du Sud
    South Dakota: SD, S Dak, South Dak, So Dak, S Dakota, So Dakota, Dakota del Sur, Dakota du Sud
    Tennessee: TN, Tenn, Tenesí
    Texas: TX, Tex, Tejas
    U.S. Virgin Islands: VI, USVI, Virgin Islands, US Virgin Isl, Virgin Islands of the United States, Islas Vírgenes, Islas Vírgenes de EE UU, Islas Vírgenes de los Estados Unidos, Islas Vírgenes Americanas, Îles Vierges américaines
    Utah: UT
    Vermont: VT
    Virginia: VA, Virg, Virginie
    Washington: WA, Wash
    West Virginia: WV, W Va, West Va, W Virg, West Virg, W Virginia, Virginia Occidental, Virginie-Occidentale
    Wisconsin: WI, Wis, Wisc
    Wyoming: WY, Wyo`,
  CA: `
    Alberta: AB, Alta, Alb
    British Columbia: BC, Brit Col, Brit Columbia, Columbia Británica, Colombie-Britannique, CB
    Manitoba: MB, Man
    New Brunswick: NB, N Brunswick, Nuevo Brunswick, Nueva Brunswick, Nouveau-Brunswick
    Newfoundland and Labrador: NL, NF, NFLD, Nfld and Lab, Newfoundland & Labrador, Newfoundland, Labrador, Terranova y Labrador, Terranova, Terre-Neuve-et-Labrador, Terre-Neuve, TNL
    Northwest Territories: NT, NWT, Northwest Territory, Territorios del Noroeste, Territoires du Nord-Ouest, TNO
    Nova Scotia: NS, NÉ, N Scotia, Nueva Escocia, Nouvelle-Écosse
    Nunavut: NU, Nvt
    Ontario: ON, Ont
    Prince Edward Island: PE, PEI, P E Island, Isla del Príncipe Eduardo, Île-du-Prince-Édouard, IPE
    Quebec: QC, Que, PQ, Qué
    Saskatchewan: SK, Sask
    Yukon: YT, YK, Yuk, Yn, Yukon Territory, Yukón`,
  MX: `
    Aguascalientes: AG, AGU, Ags, AS
    Baja California: BC, BCN, B Cal, Baja Calif, B Calif, B C Norte, Baja California Norte, Lower California, Basse-Californie
    Baja California Sur: BCS, Baja Calif Sur, B Calif Sur, B C Sur, BS, Basse-Californie du Sud
    Campeche: CM, CAM, Camp, CC
    Chiapas: CS, CHP, Chis
    Chihuahua: CH, CHH, Chih
    Ciudad de México: CDMX, CMX, DF, Distrito Federal, México DF, México CDMX, Cd de México, Cd México, Cd de Méx, Cd Méx, Ciudad de Méx, Ciudad México, Mexico City, Federal District
    Coahuila: CO, COA, Coah, CL, Coahuila de Zaragoza
    Colima: COL
    Durango: DG, DUR, Dgo
    Guanajuato: GT, GUA, Gto
    Guerrero: GR, GRO
    Hidalgo: HG, HID, Hgo
    Jalisco: JA, JAL, JC
    México: MEX, EM, EDOMEX, Edo Mex, Edo de Mex, Edo de México, Edo México, Estado de México, State of Mexico, Mexico State, État de Mexico
    Michoacán: MI, MIC, Mich, MN, Michoacán de Ocampo
    Morelos: MO, MOR
    Nayarit: NA, NAY
    Nuevo León: NL, NLE, N León, Nvo León
    Oaxaca: OA, OAX
    Puebla: PU, PUE
    Querétaro: QT, QUE, Qro, Querétaro de Arteaga
    Quintana Roo: QR, ROO, Q Roo
    San Luis Potosí: SL, SLP, S L Potosí, San Luis Pot
    Sinaloa: SI, SIN
    Sonora: SO, SON, SR
    Tabasco: TB, TAB, TC
    Tamaulipas: TM, TAM, Tamps, TS
    Tlaxcala: TL, TLA, Tlax
    Veracruz: VE, VER, VZ, Veracruz de Ignacio de la Llave, Veracruz-Llave
    Yucatán: YU, YUC, YN
    Zacatecas: ZA, ZAC`,
} as const;
